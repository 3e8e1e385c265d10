/** The one place that imports from Tauri: a command by its name, typed. */
import { invoke } from "@tauri-apps/api/core";
import type { Commands } from "./commands";
import type { Failure } from "./generated/Failure";

/** What a command's promise rejects with. */
export class CommandFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "retry" in thrown;
}

/** A rejection that isn't ours comes from Tauri itself (a command that this window may not call). Its text may quote the arguments, so it is dropped. */
function asFailure(thrown: unknown): Failure {
  return isFailure(thrown) ? thrown : { code: "unknown", retry: { kind: "never" }, requestId: null, detail: null };
}

/** Calls a command. Rejects with `CommandFailed`. */
export async function call<Name extends keyof Commands>(
  name: Name,
  args?: Commands[Name]["args"],
): Promise<Commands[Name]["result"]> {
  try {
    return await invoke<Commands[Name]["result"]>(name, args);
  } catch (thrown) {
    throw new CommandFailed(asFailure(thrown));
  }
}
