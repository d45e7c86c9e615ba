import { icon } from './icons.js';

const button = document.querySelector('#theme');
const dark = matchMedia('(prefers-color-scheme: dark)');

const current = () => localStorage.getItem('theme') ?? (dark.matches ? 'dark' : 'light');
const show = () => {
  document.documentElement.dataset.theme = current();
  button.innerHTML = icon(current() === 'dark' ? 'sun' : 'moon');
};

/** Light or dark: the system's choice until the button is pressed. */
export const startTheme = () => {
  show();
  dark.addEventListener('change', show);
  button.addEventListener('click', () => {
    localStorage.setItem('theme', current() === 'dark' ? 'light' : 'dark');
    show();
  });
};
