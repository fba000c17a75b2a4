// A fixed id: nothing that identifies the machine leaves it.
exports.getDeviceId = () => Promise.resolve('00000000-0000-4000-8000-000000000000');
