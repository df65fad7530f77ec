/* Scripts that phones load must be read, and must find what they call, in Chrome 70: the engine of old WebViews.

   es-x knows syntax and the language's own library, compat knows interfaces of the browser; `later.js` adds members of
   them, which compat cannot see. Above that the house writes ES5 with promises, so that even older engines can read it. */
import compat from "eslint-plugin-compat";
import esx from "eslint-plugin-es-x";

import { SCRIPTS, allowed, files } from "./exceptions.js";
import { LATER } from "./later.js";

const PHONE = ["*/static/**/*.js", "site/portal/static/**/*.js"];
const DESK = ["*/static/*/office/**", "*/static/*/admin/**"];
const NOT_OUR_STYLE = ["arrow-functions", "async-functions", "block-scoped-variables", "classes", "destructuring",
  "default-parameters", "for-of-loops", "generators", "promise-prototype-finally", "property-shorthands", "rest-parameters", "spread-elements",
  "template-literals"];

// A field of ours may be called so (`event.at`); the method may not be called.
const CALLED = ["at", "timeout"];
const MESSAGE = "Chrome 70 lacks it. Find another way, or ask for it first and name it in tests/lint_phone/exceptions.js.";

function later(known) {
  const names = LATER.filter((name) => !known.includes(name)).join("|");
  return [
    "error",
    { selector: `MemberExpression > Identifier.property[name=/^(${names})$/]`, message: MESSAGE },
    { selector: `CallExpression > MemberExpression.callee > Identifier.property[name=/^(${CALLED.join("|")})$/]`, message: MESSAGE },
  ];
}

export default [
  { ignores: DESK },
  esx.configs["flat/restrict-to-es2018"],
  {
    files: PHONE,
    languageOptions: { ecmaVersion: "latest", sourceType: "script" },
    linterOptions: { noInlineConfig: true },
    plugins: { compat, "es-x": esx },
    settings: { targets: ["chrome 70"], "es-x": { aggressive: true } },
    rules: {
      "compat/compat": "error",
      "no-restricted-syntax": later([]),
      "es-x/no-array-prototype-at": "off",
      "es-x/no-string-prototype-at": "off",
      ...Object.fromEntries(NOT_OUR_STYLE.map((name) => [`es-x/no-${name}`, "error"])),
    },
  },
  ...files(SCRIPTS).map((file) => {
    const names = allowed(SCRIPTS, file);
    return { files: [file], settings: { polyfills: names }, rules: { "no-restricted-syntax": later(names) } };
  }),
];
