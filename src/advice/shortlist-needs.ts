import type { Activity, Category, Modality } from '../knowledge/vocabulary.ts';
import type { Facts } from './facts.ts';
import { readActivities } from './read-activities.ts';

/** What a model must offer to be on a shortlist. */
export type Needs = {
  activities: Activity[];
  modalities: Modality[];
  categories: Category[];
  /** parts that must be released */
  training_data: boolean;
  training_code: boolean;
  downloadable: boolean;
  osi_licence: boolean;
  /** sizes in billions of parameters */
  maxSize: number | null;
  minSize: number | null;
  licence: string | null;
  developer: string | null;
};

const MODALITIES: [Modality, RegExp][] = [
  [
    'vision',
    /\bvision\b|\bmulti-?modal\b|\bvlms?\b|\b(read|understand|see|analy[sz]e)\w* (images?|pictures?|photos?|documents?|screenshots?)|\bimage (understanding|input|analysis)\b|\bocr\b|多模态|视觉/i,
  ],
  [
    'image',
    /\bimage (generat\w*|creation|models?)\b|\btext[- ]to[- ]image\b|\bgenerat\w* (images?|pictures?)|\bimage generators?\b|\bdiffusion\b|\bpictures?\b|图像生成|文生图/i,
  ],
  ['video', /\bvideo\b|视频/i],
  ['speech', /\bspeech\b|\btts\b|\bstt\b|\basr\b|\btranscri\w*|\bvoice\b|语音/i],
  ['audio', /\bmusic\b|\baudio\b|\bsound\b|音乐/i],
  ['embedding', /\bembeddings?\b|\bretriev\w*|\brerank\w*|\bsemantic search\b|向量/i],
  [
    'code',
    /\bcod(e|ing) (model|llm|assistant|completion|generation)s?\b|\bfor cod(e|ing)\b|\bprogramming\b|\bcod(e|ing)\b(?! of conduct)|代码/i,
  ],
  ['3d', /\b3d\b/i],
  ['time-series', /\btime[- ]series\b|\bforecast\w*/i],
];

/** Reads the needs out of a request for a shortlist. What is not said is not a need. */
export const readNeeds = (text: string, facts: Facts): Needs => {
  const open =
    /\bopen[- ]?source\b|\bosi\b|\bosaid\b|\bfully open\b|\btruly open\b|\bmore fully open\b|\breproduc\w+|开源/i.test(
      text,
    );
  const permissive =
    /\bpermissive(ly)?\b|\bapache\b|\bmit\b|\bno (custom )?restrictions?\b|\bwithout (any )?(custom )?restrictions?\b|\bunrestricted\b/i.test(
      text,
    );
  const size = /(?:under|below|less than|at most|up to|smaller than|max(?:imum)?|<|≤)\s*(\d+(?:\.\d+)?)\s*b\b/i.exec(
    text,
  );
  const least = /(?:over|above|more than|at least|bigger than|larger than|>|≥)\s*(\d+(?:\.\d+)?)\s*b\b/i.exec(text);
  const read = readActivities(text);
  const fully = /\bfully open\b|\btruly open\b|\bmore fully open\b|\breproduc\w+|\bosaid\b|\bosi\b/i.test(text);
  const commercial =
    /\bcommercial|\bsell|\bproduct|\bcustomer|商用/i.test(text) &&
    !read.activities.includes('use_commercially') &&
    !/non-?commercial/i.test(text);
  return {
    activities: [...new Set([...read.activities, ...(commercial ? (['use_commercially'] as Activity[]) : [])])],
    modalities: MODALITIES.filter(([, pattern]) => pattern.test(text)).map(([modality]) => modality),
    categories: fully ? ['more-fully-open'] : open || permissive ? ['open-weight-permissive', 'more-fully-open'] : [],
    training_data:
      /\b(training )?data (is |are )?(open|public|released|available|published)|\bopen (training )?data\b|\bpublic (training )?data|\bdata information\b|\btraining data\b.*\b(open|public|released|transparent)/i.test(
        text,
      ),
    training_code: /\btraining code\b|\breproduc\w+/i.test(text),
    downloadable:
      facts.self_host === true || /\bopen[- ]?weights?\b|\bdownload|\blocal|\bfine-?tun|\bself[- ]?host/i.test(text),
    osi_licence: /\bosi[- ]approved\b/i.test(text),
    maxSize: size ? Number(size[1]) : /\bsmall\b|\bon[- ]device\b|\bphone\b|\blaptop\b|\bedge\b/i.test(text) ? 9 : null,
    minSize: least ? Number(least[1]) : null,
    licence: /\bapache\b/i.test(text) ? 'apache-2.0' : /\bmit\b/i.test(text) ? 'mit' : null,
    developer: null,
  };
};

/** @returns parameters in billions ("8x7B" counts all experts), or null where the size is not known */
export const billions = (size: string | undefined): number | null => {
  const match = /^(?:(\d+)x)?(\d+(?:\.\d+)?)([BMT])/i.exec(size ?? '');
  if (!match) return null;
  const unit = { b: 1, m: 0.001, t: 1000 }[match[3]!.toLowerCase() as 'b' | 'm' | 't'];
  return Number(match[1] ?? 1) * Number(match[2]) * unit;
};
