const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const $ = (selector) => document.querySelector(selector);

/** HTML from the workspace, which escaped every text in it, as an element. */
const element = (html) => {
  const template = document.createElement('template');
  template.innerHTML = html.trim();
  const made = template.content.firstElementChild;
  for (const stamp of made.querySelectorAll('time')) {
    const at = new Date(stamp.dateTime);
    stamp.textContent = time.format(at);
    stamp.title = at.toLocaleString();
  }
  return made;
};

const drawn = new WeakMap();

/** Brings a list of messages up to date: what did not change stays as it is, what was pressed too. */
export const drawRows = (list, rows) => {
  const nearEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const known = new Map([...list.children].map((child) => [child.dataset.ts, child]));
  let added = null;
  let before = null;
  for (const { ts, html } of rows) {
    let row = known.get(ts);
    known.delete(ts);
    if (!row || drawn.get(row) !== html) {
      const fresh = element(html);
      drawn.set(fresh, html);
      if (row) row.replaceWith(fresh);
      else {
        added = fresh;
        if (drawn.get(list)) fresh.classList.add('fresh');
      }
      row = fresh;
    }
    if (before ? before.nextElementSibling !== row : list.firstElementChild !== row) {
      if (before) before.after(row);
      else list.prepend(row);
    }
    before = row;
  }
  for (const gone of known.values()) if (gone.dataset.ts !== 'welcome') gone.remove();
  drawn.set(list, true);
  // a long answer is shown from its beginning, with the question above it
  if (added && nearEnd) {
    const question = added.previousElementSibling;
    const top = question && question.offsetHeight < 160 ? question : added;
    list.scrollTop = top.offsetTop - list.offsetTop - 12;
  }
};

/** Forgets what a list shows, for another channel or thread. */
export const clearRows = (list) => {
  list.replaceChildren();
  drawn.delete(list);
};

const entry = (label, current, unread, sign) => {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = unread ? 'unread' : '';
  if (current) button.setAttribute('aria-current', 'page');
  const mark = document.createElement('span');
  mark.className = 'sign';
  mark.ariaHidden = 'true';
  mark.textContent = sign;
  button.append(mark, label);
  if (unread) {
    const dot = document.createElement('i');
    dot.setAttribute('aria-label', 'new');
    button.append(dot);
  }
  item.append(button);
  return [item, button];
};

/** The list of conversations. */
export const drawSide = (state, place, isUnread, go) => {
  const draw = (kind, sign) =>
    state.channels
      .filter((channel) => channel.kind === kind)
      .map((channel) => {
        const [item, button] = entry(
          channel.name,
          channel.id === place.channel,
          isUnread(channel),
          channel.external ? '◇' : sign,
        );
        button.addEventListener('click', () => go(channel));
        return item;
      });
  $('#channels').replaceChildren(...draw('channel', '#'));
  $('#apps').replaceChildren(...draw('im', state.connected ? '●' : '○'));
  $('#offline').hidden = state.connected;
};

/** The people one can speak as. */
export const drawPeople = (state, choose) => {
  const people = state.people.filter((person) => !person.bot);
  $('#people').replaceChildren(
    ...people.map((person) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('role', 'radio');
      button.setAttribute('aria-checked', String(person.id === state.me));
      button.dataset.person = person.id;
      const name = document.createElement('b');
      name.textContent = person.name;
      const role = document.createElement('small');
      role.textContent = person.role;
      button.append(name, role);
      button.addEventListener('click', () => choose(person.id));
      return button;
    }),
  );
};
