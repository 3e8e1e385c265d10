import access from "../../../locales/en/access.ftl?raw";
import acts from "../../../locales/en/acts.ftl?raw";
import common from "../../../locales/en/common.ftl?raw";
import connections from "../../../locales/en/connections.ftl?raw";
import desk from "../../../locales/en/desk.ftl?raw";
import failures from "../../../locales/en/failures.ftl?raw";
import failuresDesk from "../../../locales/en/failures-desk.ftl?raw";
import pools from "../../../locales/en/pools.ftl?raw";
import practice from "../../../locales/en/practice.ftl?raw";
import record from "../../../locales/en/record.ftl?raw";
import users from "../../../locales/en/users.ftl?raw";

export default [common, desk, access, connections, failures, failuresDesk, pools, practice, users, acts, record];
