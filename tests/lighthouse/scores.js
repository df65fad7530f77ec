/* Lighthouse, as a phone on a slow line, on a lesson, a quiz and the list of a course: prints the scores, fails below 98.

   node scores.js http://127.0.0.1:8000 /zh-hans/… /zh-hans/…/quiz/ … */
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const LEAST = 98;
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const [site, ...pages] = process.argv.slice(2);

function complaints(audits, category) {
  const counted = category.auditRefs.filter((ref) => ref.weight > 0).map((ref) => audits[ref.id]);
  return counted.filter((audit) => audit.score !== null && audit.score < 0.9).map((audit) => audit.title);
}

async function look(port, page) {
  const options = { port, onlyCategories: CATEGORIES, formFactor: "mobile", logLevel: "error" };
  const { lhr } = await lighthouse(site + page, options);
  if (lhr.runtimeError) return { page, scores: CATEGORIES.map(() => 0), why: [lhr.runtimeError.message] };
  const scores = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
  const why = CATEGORIES.filter((_, place) => scores[place] < LEAST).flatMap((name) => complaints(lhr.audits, lhr.categories[name]));
  return { page, scores, why };
}

/* A busy machine makes pages slow, never fast: the best of three is nearest to what a page can do. */
async function bestOfThree(port, page) {
  let best = await look(port, page);
  for (let more = 0; more < 2 && Math.min(...best.scores) < LEAST; more += 1) {
    const again = await look(port, page);
    if (Math.min(...again.scores) > Math.min(...best.scores)) best = again;
  }
  return best;
}

const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
let failed = false;
console.log(`| page | ${CATEGORIES.join(" | ")} |\n| --- |${" --- |".repeat(CATEGORIES.length)}`);
try {
  for (const page of pages) {
    const { scores, why } = await bestOfThree(chrome.port, page);
    console.log(`| ${page} | ${scores.join(" | ")} |`);
    for (const complaint of why) console.error(`  ${page}: ${complaint}`);
    failed ||= Math.min(...scores) < LEAST;
  }
} finally {
  await chrome.kill();
}
process.exit(failed ? 1 : 0);
