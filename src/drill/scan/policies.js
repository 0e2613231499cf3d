// Checks each Content-Security-Policy on standard input, one per line, with Google's CSP evaluator. Prints the findings;
// exits 1 for a syntax error, a finding of high or medium severity, eval, or frames of other sites.
import { readFileSync } from 'node:fs';
import evaluator from 'csp_evaluator';
import parser from 'csp_evaluator/dist/parser.js';
import finding from 'csp_evaluator/dist/finding.js';

const policies = readFileSync(0, 'utf8').split('\n').filter(line => line.trim());
let worst = 0;
for (const policy of policies) {
    const found = new evaluator.CspEvaluator(new parser.CspParser(policy).csp).evaluate();
    const bad = found.filter(one => one.severity <= finding.Severity.MEDIUM || one.value === "'unsafe-eval'");
    worst += bad.length;
    // the evaluator does not look at it: each page refuses to be in a frame of another site
    if (!/(^|; )frame-ancestors '(none|self)'(;|$)/.test(policy)) {
        worst++;
        console.log(`BAD   frame-ancestors: other sites may show it in a frame: ${policy}`);
    }
    for (const one of found.filter(one => one.severity < finding.Severity.INFO)) {
        console.log(`${bad.includes(one) ? 'BAD ' : 'note'}  ${one.directive} ${one.value ?? ''}: ${one.description}`);
    }
}
process.exitCode = worst || !policies.length ? 1 : 0;
