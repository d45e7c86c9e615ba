import { complain, post } from './api.js';
import { $ } from './place.js';

/** One choice as a radio button that looks like a segment. */
const segment = ({ name, label, says }) => {
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = 'model';
  input.value = name;
  const text = document.createElement('span');
  text.textContent = label;
  const whole = document.createElement('label');
  whole.title = says;
  whole.append(input, text);
  input.addEventListener('change', async () => {
    const result = await post('model', { name });
    if (!result.ok) complain(result);
  });
  return whole;
};

/** The choice of a language model, and a mark over the messages while one is on. */
export const drawModel = (model) => {
  $('#model').hidden = !model;
  const on = model !== null && model.current !== model.choices[0].name;
  $('#model-mark').hidden = !on;
  if (!model) return;
  const segments = $('#model-choices');
  // drawn once, so that the keyboard stays where it is
  if (!segments.hasChildNodes()) segments.append(...model.choices.map(segment));
  for (const input of segments.querySelectorAll('input')) input.checked = input.value === model.current;
  const chosen = model.choices.find((choice) => choice.name === model.current);
  $('#model-says').textContent = [chosen.says, model.outcome].filter(Boolean).join('\n');
  $('#model-mark').textContent = `${chosen.label} stand-in`;
  $('#model-mark').title = chosen.says;
};
