/**
 * An address of 127.0.0.0/8 that is this process's alone: on Linux all of them are loopback, so a test can have the
 * four real port numbers there while another run has them too.
 */
export const ownAddress = `127.${64 + ((process.pid >> 16) & 63)}.${(process.pid >> 8) & 255}.${process.pid & 255 || 1}`;
