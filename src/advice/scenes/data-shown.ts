import { group, type Scene } from './scene.ts';

const UNDER_LICENCE = group('LICENCE');
const DATA = group('pictures? photos? images? collection* data data_?set* recording* songs? texts?');
const SHOWS = group(
  'print* hang* framed showroom* calendar* poster* postcard* exhibition* exhibit* coffee_table book* magazine* wallpaper* slideshow* playlist* soundtrack*',
);

/** Data under a licence for computing that is shown as it is. */
export const DATA_SHOWN: Scene[] = [{ field: 'the data itself', of: [UNDER_LICENCE, DATA, SHOWS] }];
