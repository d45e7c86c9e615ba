import { get } from './api.js';

export const $ = (selector) => document.querySelector(selector);
const FIRST_CHANNEL = 'C0AIMODELS';

/** What stays the same while the page is open: the app's name, its commands and shortcuts. */
export const facts = await get('/page/app');
/** Who looks at what. */
export const place = { user: localStorage.getItem('user') ?? '', channel: FIRST_CHANNEL, thread: '', tab: 'messages' };
/** What the workspace showed last, and the latest message read in each channel. */
export const seen = { state: null, read: new Map() };
/** The two fields to write in; set as the page begins. */
export const fields = { room: null, thread: null };

/** Reads from the address where we are: `#/CHANNEL/THREAD`, or `#/CHANNEL/home`. */
export const readAddress = () => {
  const [, channel, thread] = location.hash.split('/').map(decodeURIComponent);
  place.tab = thread === 'home' ? 'home' : 'messages';
  place.thread = thread === 'home' ? '' : (thread ?? '');
  place.channel = channel || FIRST_CHANNEL;
};

/** Goes to a channel, a thread in it, or its Home tab. */
export const go = (channel = FIRST_CHANNEL, thread = '') => {
  location.hash = `/${channel}${thread ? `/${thread}` : ''}`;
};

/** Which column a phone shows. */
export const showPane = (pane) => {
  $('#app').dataset.pane = pane;
};

/** @returns a function that fetches what is shown and draws it; calls while it runs lead to one more round */
export const createRefresh = (draw) => {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        const asked = { user: place.user, channel: place.channel, thread_ts: place.thread };
        const state = await get('/page/state', asked).catch(() => null);
        const moved = asked.channel !== place.channel || asked.thread_ts !== place.thread || asked.user !== place.user;
        if (state && !moved) draw(state);
        again ||= moved;
      }
    } finally {
      running = false;
    }
  };
};
