/* Members of the browser's interfaces that came after Chrome 70 and have names of their own. */
export const LATER = [
  // documents and elements
  "replaceChildren", "requestSubmit", "submitter", "showPicker", "checkVisibility", "setHTML", "setHTMLUnsafe", "inert",
  "ariaLabel", "ariaExpanded", "ariaHidden", "adoptedStyleSheets", "startViewTransition", "showPopover", "hidePopover",
  "togglePopover", "moveBefore", "enterKeyHint", "onscrollend",
  // streams and what is sent
  "pipeThrough", "randomUUID", "throwIfAborted",
  // storage and databases
  "databases", "commit", "durability", "getDirectory",
  // the phone
  "wakeLock", "canShare", "userAgentData", "setAppBadge", "clearAppBadge", "mediaSession", "getInstalledRelatedApps",
  "requestVideoFrameCallback", "cookieStore", "virtualKeyboard", "windowControlsOverlay",
  // workers
  "backgroundFetch", "periodicSync", "addRoutes",
];
