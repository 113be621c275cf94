/** What npm and the test runner set, and no shell would. */
const runnersOwn = /^(NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL|TEST|VITEST.*|INIT_CWD|npm_.*)$/;

/** The environment variables that a command started from a shell would see. */
export function shellEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !runnersOwn.test(name)));
}
