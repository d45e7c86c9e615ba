/** The forms of a command, from its usage hint: `<model> | compare <a> vs <b> | help`. */
const forms = (command) =>
  (command.usage_hint ?? '')
    .split('|')
    .map((form) => form.trim())
    .filter(Boolean);

const commandItems = (text, commands) => {
  const typed = text.toLowerCase();
  return commands.flatMap((command) => {
    const whole = [{ insert: `${command.command} `, label: command.command, note: command.description ?? '' }];
    const parts = forms(command).map((form) => ({
      insert: `${command.command} ${form.replace(/<.*$/s, '')}`,
      label: `${command.command} ${form}`,
      note: '',
    }));
    return [...whole, ...parts].filter(
      (item) =>
        item.insert.toLowerCase().startsWith(typed) &&
        (item.insert.trim() !== typed.trim() || item.label.includes('<')),
    );
  });
};

const personItems = (word, people) =>
  people
    .filter((person) => person.id !== 'USLACKBOT' && person.name.toLowerCase().startsWith(word.toLowerCase()))
    .sort((a, b) => Number(b.bot) - Number(a.bot))
    .map((person) => ({
      insert: `@${person.name} `,
      label: `@${person.name}`,
      note: person.bot ? 'App' : person.role,
    }));

/**
 * What may complete the text before the cursor: commands at its beginning, people after `@`.
 * @returns the items, and from which place they replace what is typed
 */
export const completions = (before, { commands, people, inThread }) => {
  if (before.startsWith('/') && !before.includes('\n'))
    return inThread ? null : { from: 0, items: commandItems(before, commands) };
  const mention = /(?:^|\s)@([\w ]{0,20})$/.exec(before);
  if (!mention) return null;
  return { from: before.length - mention[1].length - 1, items: personItems(mention[1], people) };
};
