const menu = document.querySelector('#menu');

const hide = () => {
  menu.hidden = true;
};

/**
 * Opens a menu beside an element.
 * @param items label, what happens, and whether it is dangerous
 */
export const openMenu = (beside, items) => {
  menu.replaceChildren(
    ...items.map(({ label, note, press, danger }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('role', 'menuitem');
      if (danger) button.classList.add('danger');
      button.textContent = label;
      if (note) {
        const small = document.createElement('small');
        small.textContent = note;
        button.append(small);
      }
      button.addEventListener('click', () => {
        hide();
        press();
      });
      return button;
    }),
  );
  menu.hidden = false;
  const at = beside.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  menu.style.top = `${at.bottom + height + 8 < innerHeight ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`;
  menu.firstElementChild?.focus();
};

/** Menus close when something else is pressed, and on Escape. */
export const startMenus = () => {
  document.addEventListener('pointerdown', (event) => {
    if (!menu.contains(event.target)) hide();
    for (const open of document.querySelectorAll('details.overflow[open]'))
      if (!open.contains(event.target)) open.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
};
