import type { Catalogue, Licence } from '../knowledge/catalogue.ts';
import { markersOf, plainText } from '../knowledge/markers.ts';

/** How one licence text stands today against what was checked. */
export type Drift = { id: string; url: string } & (
  | { state: 'same' }
  | { state: 'gone'; markers: string[] }
  | { state: 'unreachable'; why: string }
);

export type DriftOptions = {
  fetch: typeof fetch;
  /** at most so many texts in one run */
  limit: number;
  /** milliseconds a text may take */
  timeout: number;
  /** called after each text */
  progress?: (done: number, total: number, drift: Drift) => void;
  /** where the living text is; by default `livingUrl` */
  urlOf?: (licence: Licence) => string;
};

/** The largest text we read; a longer page is no licence. */
const LARGEST = 2_000_000;

/** A permalink at a commit never changes: the living text is the same path at the head of the repository. */
export const livingUrl = (url: string): string => {
  const match = /^https:\/\/github\.com\/([^/]+)\/([^/]+)\/blob\/[^/]+\/(.+)$/.exec(url);
  return match ? `https://raw.githubusercontent.com/${match[1]}/${match[2]}/HEAD/${match[3]}` : url;
};

/** Fetches each text anew, one after the other, and lists the markers that are no longer in it. */
export const checkDrift = async (catalogue: Catalogue, options: DriftOptions): Promise<Drift[]> => {
  const licences = [...catalogue.licences.values()]
    .filter((licence) => licence.text.extent !== 'none')
    .slice(0, options.limit);
  const drifts: Drift[] = [];
  for (const licence of licences) {
    const drift = await checkOne(licence, (options.urlOf ?? ((item) => livingUrl(item.text.url)))(licence), options);
    drifts.push(drift);
    options.progress?.(drifts.length, licences.length, drift);
  }
  return drifts;
};

const checkOne = async (licence: Licence, url: string, options: DriftOptions): Promise<Drift> => {
  const base = { id: licence.id, url };
  try {
    const response = await options.fetch(url, { signal: AbortSignal.timeout(options.timeout), redirect: 'follow' });
    if (!response.ok) return { ...base, state: 'unreachable', why: `HTTP ${response.status}` };
    const text = plainText((await response.text()).slice(0, LARGEST).replace(/<[^>]{1,400}>/g, ' '));
    const markers = markersOf(licence)
      .map((item) => item.marker)
      .filter((marker) => !text.includes(plainText(marker)));
    return markers.length === 0
      ? { ...base, state: 'same' }
      : { ...base, state: 'gone', markers: [...new Set(markers)] };
  } catch (error) {
    const why =
      error instanceof Error && error.name === 'TimeoutError'
        ? `no answer within ${options.timeout / 1000} s`
        : 'no connection';
    return { ...base, state: 'unreachable', why };
  }
};
