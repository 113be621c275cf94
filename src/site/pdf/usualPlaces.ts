const linuxNames = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chromium-headless-shell",
  "microsoft-edge-stable",
  "microsoft-edge",
];
const linuxFolders = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome", "/opt/microsoft/msedge"];

const macPrograms = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const windowsPrograms = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

type Environment = Readonly<Record<string, string | undefined>>;

/** The paths at which a Chromium, Chrome or Edge is usually installed on a platform, best first. */
export function usualPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === "darwin") return macPlaces(env);
  if (platform === "win32") return windowsPlaces(env);
  return linuxPlaces(env);
}

function linuxPlaces({PATH = ""}: Environment): string[] {
  const folders = new Set([...PATH.split(":").filter((folder) => folder.startsWith("/")), ...linuxFolders]);
  return linuxNames.flatMap((name) => [...folders].map((folder) => `${folder}/${name}`));
}

function macPlaces({HOME}: Environment): string[] {
  const folders = ["/Applications", ...(HOME ? [`${HOME}/Applications`] : [])];
  return macPrograms.flatMap((program) => folders.map((folder) => `${folder}/${program}`));
}

function windowsPlaces(env: Environment): string[] {
  const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  );
  return windowsPrograms.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
}
