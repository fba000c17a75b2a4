import Mocha from 'mocha';

/** Mocha's own report, and as its last line the counts in the form that the test runner and CI read. */
export default class CountingReporter extends Mocha.reporters.Spec {
  override epilogue(): void {
    super.epilogue();
    const { passes, failures } = this.stats;
    console.log(`${passes} passed, ${failures} failed`);
  }
}
