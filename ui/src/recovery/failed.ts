import { CommandFailed, type Failure } from "../backend";
import { noticed } from "./typed";

/** What a call was rejected with, as a failure. What isn't one is a mistake of the page's own. */
export const failureOf = (thrown: unknown): Failure => (thrown instanceof CommandFailed ? thrown.failure : noticed("unknown"));
