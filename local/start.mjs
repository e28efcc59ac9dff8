// Plain JavaScript that an old Node can still read, so that it can say what is wrong.
var OLDEST = 20;

/** The Node of the machine: npm names it; this process may be the newer one that npm install has brought along. */
function machineNode() {
  var named = /node\/v(\d+)/.exec(process.env.npm_config_user_agent || '');
  return Number(named ? named[1] : process.versions.node.split('.')[0]);
}

function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

if (machineNode() < OLDEST) {
  refuse(
    'This is Node ' +
      machineNode() +
      ': install Node ' +
      OLDEST +
      ' or later from https://nodejs.org and start again.',
  );
} else if (!process.features.typescript) {
  refuse('Start with npm: npm install && npm start. It brings the version of Node that this needs.');
} else {
  import('./main.ts').catch((error) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND' && /node_modules|Cannot find package/.test(error.message)) {
      refuse('Something is not installed: run npm install and start again.');
    } else {
      throw error;
    }
  });
}
