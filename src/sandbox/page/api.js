/** Fetches JSON. Parameters that are empty are left out. */
export const get = async (path, parameters = {}) => {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const response = await fetch(`${path}?${query}`);
  return response.json();
};

/** Does something as a person. @returns the answer; `ok` is false with an `error` where it did not work */
export const post = async (path, body) => {
  try {
    const response = await fetch(`/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return { ok: false, error: 'the workspace does not answer' };
  }
};

/** Calls back whenever something changed in the workspace, and when the line comes back after a break. */
export const listen = (onChange) => {
  const source = new EventSource('/control/live');
  source.addEventListener('message', (event) => onChange(JSON.parse(event.data)));
  source.addEventListener('open', () => onChange({ kind: 'connection' }));
};

const toast = document.querySelector('#toast');
let timer;

document.addEventListener('pointerdown', (event) => {
  if (!toast.contains(event.target)) toast.hidden = true;
});

/** Shows a line at the bottom for a few seconds, or until something is pressed; with something to press, if need be. */
export const tell = (text, action) => {
  toast.replaceChildren(text);
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = action.label;
    button.addEventListener('click', action.press);
    toast.append(' ', button);
  }
  toast.hidden = text === '';
  clearTimeout(timer);
  timer = setTimeout(() => {
    toast.hidden = true;
  }, 5000);
};

const WORDS = {
  dispatch_failed: 'The app is not connected, so nothing happened.',
  operation_timeout: 'The app did not answer in time.',
  model_not_started: 'The stand-in could not be started.',
  action_not_found: 'That button is no longer there.',
};

/** Shows what went wrong, in words. */
export const complain = (result) => tell(WORDS[result.error] ?? `That did not work: ${result.error}`);
