// The mini-program's code is on the device as a whole; see the H5 twin.
export {}
