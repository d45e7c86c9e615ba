import type { Document } from '../advice/brief/document.ts';

/** Draws documents. The libraries are loaded with the first one: most starts never need them. */
export const openDrawing = () => ({
  pdf: async (document: Document): Promise<Buffer> => (await import('./brief-pdf.ts')).briefPdf(document),
});
