/**
 * Slack's limits in one place (docs.slack.dev, Block Kit reference and chat methods; the message length was measured by
 * others where the reference is silent). Beyond them Slack refuses the whole message.
 */
export const LIMITS = {
  /** blocks in a message */
  blocks: 50,
  /** characters of a section's text; a little is kept for escapes */
  sectionText: 2900,
  /** characters of the top-level text: longer text was refused with msg_too_long */
  messageText: 3900,
  /** all text of one message together */
  messageTotal: 12_000,
  contextElements: 10,
  contextText: 1900,
  headerText: 150,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  tableRows: 100,
  tableColumns: 20,
  tableCell: 300,
  privateMetadata: 3000,
  homeBlocks: 100,
  /** of a picture that is uploaded (files.getUploadURLExternal) */
  fileAltText: 1000,
} as const;

/** @returns the text cut to a length, with an ellipsis where something was cut */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

/** Splits a text at line ends, then at spaces, so that no piece is longer than `most`. Nothing is dropped. */
export const split = (text: string, most: number): string[] => {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const line = rest.lastIndexOf('\n', most);
    const space = rest.lastIndexOf(' ', most);
    const at = line > most / 3 ? line : space > most / 3 ? space : most;
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).replace(/^\s/, '');
  }
  return [...pieces, rest].filter((piece) => piece !== '');
};
