import { complain, post } from './api.js';
import { icon } from './icons.js';

const dialog = document.querySelector('#form');
let shown = { id: null, hash: null };
let person = null;

/** What is filled in, by block and action, as the control API takes it. */
export const valuesIn = (root) => {
  const values = {};
  for (const element of root.querySelectorAll('[data-action]')) {
    const { block, action, type } = element.dataset;
    if (type === 'button' || type === 'overflow') continue;
    values[block] = { ...values[block], [action]: fieldValue(element) };
  }
  return values;
};

/** @returns the value of one element: a text, an option's value, or several of them */
export const fieldValue = (element) => {
  const { type } = element.dataset;
  if (type === 'radio_buttons') return element.querySelector('input:checked')?.value ?? '';
  if (type === 'checkboxes') return [...element.querySelectorAll('input:checked')].map((input) => input.value);
  if (type.startsWith('multi_')) return [...element.selectedOptions].map((option) => option.value);
  return element.value;
};

const showErrors = (errors) => {
  for (const field of dialog.querySelectorAll('[data-input]')) {
    const text = errors[field.dataset.input] ?? '';
    field.querySelector('.error').textContent = text;
    field.classList.toggle('wrong', text !== '');
  }
  dialog.querySelector('.wrong :is(input, select, textarea)')?.focus();
};

const submit = async (event) => {
  event.preventDefault();
  const button = dialog.querySelector('[type=submit]');
  button.disabled = true;
  const result = await post('view', { view_id: shown.id, user: person, values: valuesIn(dialog) });
  button.disabled = false;
  if (result.errors) showErrors(result.errors);
  else if (!result.ok) complain(result);
};

const close = () => post('close_view', { view_id: shown.id, user: person });

/** Shows the form that is on top for this person, or none. What was typed stays while the form stays the same. */
export const showForm = (view, user) => {
  person = user;
  if (!view) {
    if (dialog.open) dialog.close();
    shown = { id: null, hash: null };
    return;
  }
  if (shown.id === view.id && shown.hash === view.hash) return;
  shown = { id: view.id, hash: view.hash };
  dialog.dataset.view = view.id;
  // titles and labels come escaped, blocks come as HTML: both from the workspace
  dialog.innerHTML = `<form novalidate>
    <header><h2>${view.title}</h2><button type="button" class="icon" data-close aria-label="Close">${icon('close')}</button></header>
    <div class="form-body">${view.html}</div>
    <footer><button type="button" class="btn" data-close>${view.close}</button>${
      view.submit === null ? '' : `<button type="submit" class="btn primary">${view.submit}</button>`
    }</footer></form>`;
  dialog.querySelector('form').addEventListener('submit', submit);
  for (const button of dialog.querySelectorAll('[data-close]')) button.addEventListener('click', close);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('.form-body :is(input, select, textarea)')?.focus();
};

/** Escape closes the form for the app, too. */
export const startForms = () => {
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
};
