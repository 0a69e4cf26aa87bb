#ifndef CMEMORY_H
#define CMEMORY_H

// Lets freed memory stay with the program, which soon asks for as much again.
//
// Without this, glibc gives every large buffer of a page back to the system and gets it anew, page
// fault by page fault. Does nothing where the C library has no such setting.
void memory_keep_freed(void);

#endif
