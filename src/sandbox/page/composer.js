import { completions } from './completion.js';
import { icon } from './icons.js';

/**
 * A field to write in, with completion and a send button.
 * @param options.facts gives commands, people and whether this is a thread
 * @param options.send takes the text; a rejected text comes back into the field
 * @param options.more opens the menu of shortcuts; a thread has none
 * @param options.name the app's name, for the button that mentions it
 */
export const createComposer = (form, { facts, send, more, name }) => {
  form.innerHTML = `
    <div class="suggestions" role="listbox" hidden></div>
    <div class="field">
      <textarea rows="1" aria-label="Message"></textarea>
      <div class="field-tools">
        ${
          more
            ? `<button type="button" class="icon" data-more aria-label="Shortcuts" title="Shortcuts">${icon('plus')}</button>
        <button type="button" class="icon" data-slash aria-label="Commands" title="Commands">${icon('slash')}</button>
        <button type="button" class="ask" data-mention>@ <span></span></button>`
            : ''
        }
        <span class="spread"></span>
        <button type="submit" class="send" aria-label="Send">${icon('send')}</button>
      </div>
    </div>
    <p class="tip" hidden></p>`;
  const ask = form.querySelector('.ask span');
  if (ask) ask.textContent = name;
  const field = form.querySelector('textarea');
  const list = form.querySelector('.suggestions');
  const tip = form.querySelector('.tip');
  let items = [];
  let from = 0;
  let marked = 0;

  const grow = () => {
    form.classList.toggle('empty', field.value.trim() === '');
  };
  const draw = () => {
    list.hidden = items.length === 0;
    list.replaceChildren(
      ...items.map((item, index) => {
        const option = document.createElement('button');
        option.type = 'button';
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', String(index === marked));
        const label = document.createElement('b');
        label.textContent = item.label;
        const note = document.createElement('span');
        note.textContent = item.note;
        option.append(label, note);
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          take(index);
        });
        return option;
      }),
    );
    list.children[marked]?.scrollIntoView({ block: 'nearest' });
  };
  const suggest = () => {
    const found = completions(field.value.slice(0, field.selectionStart), facts());
    items = found?.items.slice(0, 9) ?? [];
    from = found?.from ?? 0;
    marked = 0;
    draw();
  };
  const hide = () => {
    items = [];
    draw();
  };
  const take = (index) => {
    const item = items[index];
    const rest = field.value.slice(field.selectionStart);
    field.value = field.value.slice(0, from) + item.insert + rest.trimStart();
    field.selectionStart = field.selectionEnd = from + item.insert.length;
    field.focus();
    grow();
    suggest();
  };
  const submit = async () => {
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    tip.hidden = true;
    hide();
    grow();
    if ((await send(text)) === false) {
      field.value = text;
      grow();
    }
  };
  const insert = (text) => {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
    grow();
    suggest();
  };

  field.addEventListener('input', () => {
    grow();
    suggest();
  });
  field.addEventListener('blur', () => setTimeout(hide, 120));
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const open = items.length > 0;
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      marked = (marked + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length;
      draw();
    } else if (open && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && isPartial()))) take(marked);
    else if (open && event.key === 'Escape') hide();
    else if (event.key === 'Enter' && !event.shiftKey) submit();
    else return;
    event.preventDefault();
  });
  /** Enter completes a name or a command that is still being typed, and sends what is finished. */
  const isPartial = () => {
    const typed = field.value.slice(from, field.selectionStart);
    return (
      items[marked].insert.trim() !== typed.trim() &&
      items[marked].insert.toLowerCase().startsWith(typed.toLowerCase()) &&
      !/\s\S/.test(typed)
    );
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  form.querySelector('[data-mention]')?.addEventListener('click', () => {
    const { bot } = facts();
    const before = field.value.slice(0, field.selectionStart);
    insert(`${before && !/\s$/.test(before) ? ' ' : ''}@${bot.name} `);
  });
  form.querySelector('[data-slash]')?.addEventListener('click', () => {
    field.value = '';
    insert('/');
  });
  form.querySelector('[data-more]')?.addEventListener('click', (event) => more(event.currentTarget));
  grow();
  return {
    focus: () => field.focus(),
    /** puts a text into the field */
    write: (text) => {
      field.value = text;
      field.focus();
      grow();
    },
    placeholder: (text) => {
      field.placeholder = text;
    },
    /** a line under the field, with something to press */
    hint: (text, label, press) => {
      tip.replaceChildren(`${text} `);
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'link';
      button.textContent = label;
      button.addEventListener('click', () => {
        tip.hidden = true;
        press();
      });
      tip.append(button);
      tip.hidden = false;
    },
    quiet: () => {
      tip.hidden = true;
    },
  };
};
