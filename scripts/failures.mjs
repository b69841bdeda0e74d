// What failed, in a few lines for each: a reader of a long run looks at its end first.

/** At most this many lines of a failure's own message; the rest stands where it happened. */
const LINES = 16;

/**
 * The failed tests of a report that Vitest wrote as JSON, each with its name and the beginning of
 * its message. A file that could not be loaded has no tests and is told by its own message.
 */
export function failuresOfVitest({ testResults = [] }) {
  return testResults.flatMap(({ name = "", status, message = "", assertionResults = [] }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && status === "failed") return [entry(name, message)];
    return failed.map((test) => entry(`${name} › ${test.fullName}`, test.failureMessages?.[0]));
  });
}

/** The failed tests of a report that Playwright wrote as JSON, and the errors outside any test. */
export function failuresOfPlaywright({ suites = [], errors = [] }) {
  return [
    ...errors.map(({ message }) => entry("outside any test", message)),
    ...suites.flatMap(failuresOfSuite),
  ];
}

function failuresOfSuite({ suites = [], specs = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title, file, tests = [] }) => {
      const results = tests.flatMap((test) => test.results ?? []);
      const failing = results.find(({ error }) => error !== undefined);
      return entry(`${file} › ${title}`, failing?.error?.message);
    });
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

function entry(name, message) {
  const lines = plain(message ?? "It left no message.")
    .split("\n")
    .slice(0, LINES);
  return [`✗ ${name}`, ...lines.map((line) => `    ${line}`)].join("\n");
}

// The colours of a terminal would not be colours where a log is read.
function plain(text) {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/\u001b\[[0-9;]*m/g, "").trim();
}
