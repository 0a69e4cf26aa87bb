#ifndef CMARK_THREADS_H
#define CMARK_THREADS_H
#endif
