/** `spq check`: tells everything that is wrong with recipes, and runs nothing. */
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.js';
import { diagnosticToJson, type TextOf } from '../../compiler/diagnostics/render.js';
import { checkRecipe } from '../compile-recipe.js';
import { counted } from '../counted.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { type Problem, problemOf, tellProblem } from '../problem.js';
import type { Shell } from '../shell.js';
import { countText, hasErrors, tellDiagnostics } from '../tell-diagnostics.js';
import { onEveryChange } from '../watch-files.js';
import { writeJson } from '../write-json.js';

export interface CheckFlags {
  readonly json: boolean;
  readonly watch: boolean;
}

export async function check(recipes: readonly string[], flags: CheckFlags, shell: Shell): Promise<ExitCode> {
  if (flags.watch) return watch(recipes, shell);
  const findings = await findingsOf(recipes);
  if (flags.json) await writeJson(shell, jsonOf(recipes, findings));
  else await tell(findings, shell);
  return codeOf(findings);
}

/** What became of one recipe. */
type Finding = { readonly recipe: string } & (
  | { readonly kind: 'read'; readonly diagnostics: readonly Diagnostic[]; readonly textOf: TextOf }
  /** It cannot be read; the others still can. */
  | { readonly kind: 'unread'; readonly thrown: unknown; readonly problem: Problem }
);

async function findingsOf(recipes: readonly string[], onFile?: (file: string) => void): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const recipe of recipes) {
    try {
      findings.push({ kind: 'read', recipe, ...(await checkRecipe(recipe, onFile)) });
    } catch (thrown) {
      findings.push({ kind: 'unread', recipe, thrown, problem: problemOf(thrown) });
    }
  }
  return findings;
}

const isWrong = (finding: Finding): boolean => finding.kind === 'unread' || hasErrors(finding.diagnostics);

const codeOf = (findings: readonly Finding[]): ExitCode =>
  findings.some(isWrong) ? exitCode.wrongInput : exitCode.done;

const diagnosticsOf = (finding: Finding): readonly Diagnostic[] => (finding.kind === 'read' ? finding.diagnostics : []);

async function tell(findings: readonly Finding[], shell: Shell): Promise<void> {
  tellWrong(findings, shell);
  const found = countText(findings.flatMap(diagnosticsOf));
  if (found !== undefined) shell.err(`${found}\n`);
  for (const finding of findings) if (!isWrong(finding)) await shell.out(`${finding.recipe} is right.\n`);
}

function tellWrong(findings: readonly Finding[], shell: Shell): void {
  for (const finding of findings) {
    if (finding.kind === 'unread') tellProblem(shell, finding.thrown);
    else tellDiagnostics(shell, finding.diagnostics, finding.textOf);
  }
}

/** Messages are of all recipes, in their order: each names its file. */
function jsonOf(recipes: readonly string[], findings: readonly Finding[]): unknown {
  return {
    ok: !findings.some(isWrong),
    recipes,
    diagnostics: findings.flatMap((finding) =>
      finding.kind === 'read'
        ? finding.diagnostics.map((diagnostic) => diagnosticToJson(diagnostic, finding.textOf))
        : [],
    ),
    problems: findings.flatMap((finding) =>
      finding.kind === 'unread' ? [{ recipe: finding.recipe, ...finding.problem }] : [],
    ),
  };
}

/** Checks again whenever a recipe, or a file that one imports, changes, until interrupted. Ends in the code of the last time. */
async function watch(recipes: readonly string[], shell: Shell): Promise<ExitCode> {
  let code: ExitCode = exitCode.done;
  const again = async (uses: (file: string) => void): Promise<void> => {
    const started = shell.now();
    const findings = await findingsOf(recipes, uses);
    code = codeOf(findings);
    tellWrong(findings, shell);
    const unread = findings.filter(({ kind }) => kind === 'unread').length;
    const parts = [
      countText(findings.flatMap(diagnosticsOf)) ?? 'nothing wrong',
      ...(unread > 0 ? [`${unread} cannot be read`] : []),
    ];
    const took = Math.round(shell.now() - started);
    await shell.out(`${counted(recipes.length, 'recipe')}: ${parts.join(', ')} (${took} ms)\n`);
  };
  await onEveryChange(again, shell.interrupted());
  return code;
}
