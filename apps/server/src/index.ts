/** The server's door: start it, or open an installation for a command. */
export { type Config, readConfig, ROOT, settingWrong } from "./config.ts";
export { faultOf } from "./fault.ts";
export {
  type Installation,
  loadPublicRecord,
  openInstallation,
  restoreInstallation,
} from "./installation.ts";
export { type RunningServer, startServer } from "./start.ts";
export { VERSION } from "./version.ts";
