/**
 * What Slack accepts (docs.slack.dev: Block Kit and chat methods; where the reference is silent, what others measured
 * is used and said so). This table is the stand-in's own: it does not share the app's, so that one can catch the other.
 */
export const MOST = {
  blocks: 50,
  viewBlocks: 100,
  /** measured by others: longer top-level text is refused with msg_too_long */
  messageText: 4000,
  /** measured by others for a whole message with markdown blocks */
  messageTotal: 13_200,
  markdown: 12_000,
  sectionText: 3000,
  fieldText: 2000,
  fields: 10,
  header: 150,
  contextElements: 10,
  actionElements: 25,
  contextActions: 5,
  id: 255,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  altText: 2000,
  /** of a file; longer is refused with alt_txt_too_large */
  fileAltText: 1000,
  options: 100,
  choices: 10,
  overflow: 5,
  optionText: 75,
  optionValue: 150,
  placeholder: 150,
  label: 2000,
  inputText: 3000,
  tableRows: 100,
  tableColumns: 20,
  viewTitle: 24,
  privateMetadata: 3000,
  /** characters of a view as JSON */
  view: 250_000,
  accessibility: 75,
  cardBody: 200,
  carousel: 10,
  container: 10,
  prompts: 4,
  loadingMessages: 10,
  sessionTitle: 200,
} as const;

/** Milliseconds. */
export const TIME = {
  /** Slack waits this long for an acknowledgement */
  ack: 3000,
  /** a trigger_id opens a form for this long */
  trigger: 3000,
  /** a response_url works for half an hour, five times */
  responseUrl: 30 * 60_000,
  /** measured by others: a stream ends by itself */
  stream: 5 * 60_000,
  status: 2 * 60_000,
  /** pauses before the second, third and fourth delivery of an event */
  redelivery: [0, 60_000, 300_000],
} as const;
export const RESPONSE_URL_USES = 5;
export const MOST_CONNECTIONS = 10;

/** How often methods may be called (docs.slack.dev, "Rate limits"): calls a minute of each tier, and posting. */
export const RATE = {
  tier2: 20,
  tier3: 50,
  tier4: 100,
  /** chat.postMessage: one a second and channel; "short bursts" are let through, and ten is our reading of that */
  postsPerSecond: 1,
  postBurst: 10,
} as const;
