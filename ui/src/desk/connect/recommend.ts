/** Which app client to suggest: the one that gets most people back in, and gives least away. */
import type { AppClientChoice } from "../../backend";

/** Whether users can sign in with a password at all: without that, neither a code nor a temporary password gets anybody in. */
export const takesPasswords = ({ client }: AppClientChoice): boolean =>
  client !== null && (client.passwordBySrp || client.passwordPlain || client.choiceOfFactors);

function worth(choice: AppClientChoice): number {
  const { client } = choice;
  if (!client || !takesPasswords(choice)) return 0;
  // A secret in the hands of end users is none; a client that hides accounts gives nothing away.
  return 4 + (client.hasSecret ? 0 : 2) + (client.hidesAccounts ? 1 : 0);
}

/** The id of the one to suggest, or null where none stands out. */
export function recommended(choices: AppClientChoice[]): string | null {
  const [best, next] = [...choices].sort((a, b) => worth(b) - worth(a));
  return best && worth(best) > 0 && (!next || worth(best) > worth(next)) ? best.id : null;
}
