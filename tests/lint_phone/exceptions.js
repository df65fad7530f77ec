/* Everything later than Chrome 70 that the phone's files may use all the same: each only where it is asked for first.

   file: from the root of the house; name: of an interface ("fetch"), a member ("randomUUID"), a feature of CSS or
   a property; reason: what an old phone does instead. */
export const SCRIPTS = [
  {
    file: "progress/static/progress/my-data/gone.js",
    name: "databases",
    reason: "asked for first: an old phone asks for those alone whom its outbox knows, and that is nearly everybody",
  },
];

const EVERYWHERE = "**/*.css";
export const STYLES = [
  { file: EVERYWHERE, name: "prefers-reduced-motion", reason: "not known: nothing of ours moves that hinders reading" },
  { file: EVERYWHERE, name: "prefers-color-scheme", reason: "not known: the light colours" },
  { file: EVERYWHERE, name: "accent-color", reason: "not known: the browser's own colour of a box that is ticked" },
  { file: EVERYWHERE, name: "not-sel-list", reason: "the plugin takes two :not() in a row for it; a list is found by our own rule" },
  {
    file: "site/portal/static/phone/css/order.css",
    name: "focus-visible",
    reason: "a rule of its own that only takes an outline away: where it is not known the outline stays",
  },
];

export function allowed(list, file) {
  return list.filter((one) => one.file === file || one.file === EVERYWHERE).map(({ name }) => name);
}

export function files(list) {
  return [...new Set(list.map(({ file }) => file))];
}
