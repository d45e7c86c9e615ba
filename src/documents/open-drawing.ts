import type { Document } from '../advice/brief/document.ts';
import type { Card } from '../advice/card/card.ts';

/** Draws documents. The libraries are loaded with the first one: most starts never need them. */
export const openDrawing = () => ({
  pdf: async (document: Document): Promise<Buffer> => (await import('./brief-pdf.ts')).briefPdf(document),
  /** One card, or two to four side by side. */
  png: async (cards: Card[]): Promise<Buffer> => {
    const { pngOf } = await import('./png.ts');
    const [first] = cards;
    if (first && cards.length === 1) return pngOf((await import('./draw-card.ts')).drawCard(first));
    return pngOf((await import('./draw-comparison.ts')).drawComparison(cards));
  },
});
