/** Finds access keys in whatever was pasted: two lines, the console's download, a file of the AWS CLI, a shell's settings. */

export type PastedKeys = { accessKeyId: string; secretAccessKey: string; sessionToken: string };

/** Key ids of people begin with AKIA, those of sessions with ASIA (IAM user guide, “Unique identifiers”). */
const KEY_ID = /(?<![A-Za-z0-9/+=])A(?:KIA|SIA)[A-Z0-9]{12,124}(?![A-Za-z0-9/+=])/;

/** Everything that may be a secret or a token: base64 and nothing else. */
const RUN = /(?<![A-Za-z0-9/+_-])[A-Za-z0-9/+_-]{40,}={0,2}(?![A-Za-z0-9/+=_-])/g;

/** A secret has 40 characters, a session token hundreds. */
const SECRET = 40;
const TOKEN = 100;

/** The keys in a text. Null where there is no id together with a secret: then the text is pasted as it is. */
export function pastedKeys(text: string): PastedKeys | null {
  const id = KEY_ID.exec(text)?.[0];
  if (!id) return null;
  const runs = [...text.matchAll(RUN)].map(([run]) => run).filter((run) => run !== id);
  const secret = runs.find((run) => run.length === SECRET);
  if (!secret) return null;
  return { accessKeyId: id, secretAccessKey: secret, sessionToken: runs.find((run) => run.length >= TOKEN) ?? "" };
}

/** Keys of a session need their token; their id says so. */
export const needsToken = (accessKeyId: string): boolean => accessKeyId.trim().startsWith("ASIA");
