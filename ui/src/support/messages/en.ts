import checks from "../../../locales/en/checks.ftl?raw";
import common from "../../../locales/en/common.ftl?raw";
import failures from "../../../locales/en/failures.ftl?raw";
import support from "../../../locales/en/support.ftl?raw";

export default [common, checks, failures, support];
