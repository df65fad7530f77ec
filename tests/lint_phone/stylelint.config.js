/* Style sheets that phones load may only ask for what Chrome 70 knows: an unknown value takes its line with it, an unknown
   selector its whole rule. */
import { STYLES, allowed, files } from "./exceptions.js";

// What the tables of the plugin lack, or have as partly known.
const PROPERTIES = ["gap", "row-gap", "column-gap", "aspect-ratio", "inset", "inset-inline", "inset-block", "accent-color",
  "margin-inline", "margin-block", "padding-inline", "padding-block", "content-visibility", "container", "container-type",
  "translate", "rotate", "scale", "text-wrap", "field-sizing"];
const FUNCTIONS = ["min", "max", "clamp", "color-mix", "oklch", "oklab", "lab", "lch", "light-dark", "round"];
const PSEUDO_CLASSES = ["is", "where", "has", "focus-visible", "user-invalid", "user-valid", "modal"];
const AT_RULES = ["container", "layer", "property", "scope", "starting-style", "nest"];
const VALUES = {
  "/.*/": ["/\\d(dvh|svh|lvh|dvw|cqw|cqi|lh|cap|rlh)\\b/", "/\\brevert(-layer)?\\b/"],
  overflow: ["clip"],
  "overflow-wrap": ["anywhere"],
};

function rules(known) {
  const without = (names) => names.filter((name) => !known.includes(name));
  const ignore = [...known, ...known.map((name) => `css-${name}`)];
  return {
    "plugin/no-unsupported-browser-features": [true, { browsers: ["chrome 70"], ignorePartialSupport: true, ignore }],
    "property-disallowed-list": without(PROPERTIES),
    "function-disallowed-list": without(FUNCTIONS),
    "selector-pseudo-class-disallowed-list": without(PSEUDO_CLASSES),
    "selector-disallowed-list": [/:not\([^()]*,/],
    "at-rule-disallowed-list": AT_RULES,
    "declaration-property-value-disallowed-list": VALUES,
    "color-function-notation": "legacy",
    "max-nesting-depth": 0,
  };
}

const HOUSE = new URL("../../", import.meta.url).pathname;
const DESK = ["*/static/*/office/**", "*/static/*/admin/**", "trainees/static/trainees/poster.css"];

export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  ignoreFiles: DESK.map((file) => HOUSE + file),
  ignoreDisables: true,
  rules: {},
  overrides: files(STYLES).map((file) => ({ files: [HOUSE + file], rules: rules(allowed(STYLES, file)) })),
};
