// Prints "N passed, N failed" from the test runner's own JSON report; fails when no test ran.
import { readFileSync } from 'node:fs';

let report;
try {
  report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
} catch {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const {
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped = 0,
  numFailedTestSuites: suites = 0,
} = report;
console.log(
  `${passed} passed, ${Math.max(failed, suites > 0 && failed === 0 ? 1 : 0)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exit(failed > 0 || suites > 0 || passed === 0 ? 1 : 0);
