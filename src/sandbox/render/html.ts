/** Text that is already HTML. Only `html`, `raw` and the renderers make it. */
export type Html = { readonly html: string };

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/** Takes text as HTML as it stands; never anything that came from outside. */
export const raw = (text: string): Html => ({ html: text });

type Piece = Html | string | number | null | undefined | false | Piece[];

const write = (piece: Piece): string => {
  if (piece === null || piece === undefined || piece === false) return '';
  if (Array.isArray(piece)) return piece.map(write).join('');
  return typeof piece === 'object' ? piece.html : escapeHtml(String(piece));
};

/** A template whose values are escaped, unless they are HTML already. */
export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Html =>
  raw(strings.map((string, index) => string + write(pieces[index])).join(''));

export const join = (pieces: Piece[]): Html => raw(pieces.map(write).join(''));

/** @returns the address where it may be linked to; null for anything but the web and mail */
export const safeUrl = (url: unknown): string | null => {
  const text = String(url ?? '').trim();
  return /^(https?:\/\/|mailto:)/i.test(text) ? text : null;
};

/** A link that opens elsewhere; only its label where the address is none of the web. */
export const anchor = (url: unknown, label: Html | string, className = ''): Html => {
  const safe = safeUrl(url);
  if (!safe) return html`${label}`;
  return html`<a href="${safe}" target="_blank" rel="noopener noreferrer nofollow"${className ? raw(` class="${className}"`) : ''}>${label}</a>`;
};
