const PATHS = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  at: 'M15.500 12a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0zm0 0v1.500a2.500 2.500 0 0 0 5 0V12a8.500 8.500 0 1 0-3.500 6.900',
  slash: 'M8 19L16 5M4 4h16v16H4z',
  send: 'M5 12h13M12 5.500l6.500 6.500-6.500 6.500',
  moon: 'M20 14.500A8 8 0 0 1 9.500 4a8 8 0 1 0 10.500 10.500z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2.500M12 19.500V22M2 12h2.500M19.500 12H22M5 5l1.700 1.700M17.300 17.300L19 19M19 5l-1.700 1.700M6.700 17.300L5 19',
  stop: 'M7 7h10v10H7z',
};

/** An icon as SVG text; drawn in the colour of the text around it. */
export const icon = (name) =>
  `<svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><path d="${PATHS[name]}"/></svg>`;

/** Fills every element that asks for an icon by `data-icon`. */
export const drawIcons = (root) => {
  for (const element of root.querySelectorAll('[data-icon]'))
    element.insertAdjacentHTML('afterbegin', icon(element.dataset.icon));
};
