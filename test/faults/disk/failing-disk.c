/*
 * A disk that fails, for one process (LD_PRELOAD): while the file named by FAULTS_CONTROL exists, writes to files under
 * FAULTS_UNDER fail with what it says: "full" (ENOSPC), "write" (EIO), or "sync" (fsync and fdatasync alone fail).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int (*real_open)(const char *, int, ...);
static ssize_t (*real_read)(int, void *, size_t);

/* 'f', 'w', 's', or 0 while the disk is well. */
static char mood(void) {
  const char *control = getenv("FAULTS_CONTROL");
  if (!control) return 0;
  if (!real_open) real_open = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
  if (!real_read) real_read = (ssize_t (*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
  int before = errno;
  char first = 0;
  int fd = real_open(control, O_RDONLY | O_CLOEXEC);
  if (fd >= 0) {
    if (real_read(fd, &first, 1) != 1) first = 0;
    close(fd);
  }
  errno = before;
  return first;
}

static int is_ours(int fd) {
  const char *under = getenv("FAULTS_UNDER");
  if (!under || fd < 3) return 0;
  int before = errno;
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  errno = before;
  if (length <= 0) return 0;
  path[length] = 0;
  return strncmp(path, under, strlen(under)) == 0;
}

/* What a write shall fail with; 0 for one that shall not. */
static int write_fault(int fd) {
  if (!is_ours(fd)) return 0;
  char now = mood();
  return now == 'f' ? ENOSPC : now == 'w' ? EIO : 0;
}

static int sync_fault(int fd) {
  if (!is_ours(fd)) return 0;
  char now = mood();
  return now == 's' || now == 'w' ? EIO : 0;
}

#define FAIL(fault) do { int why = (fault); if (why) { errno = why; return -1; } } while (0)

ssize_t write(int fd, const void *bytes, size_t count) { REAL(write); FAIL(write_fault(fd)); return real(fd, bytes, count); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { REAL(pwrite); FAIL(write_fault(fd)); return real(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { REAL(pwrite64); FAIL(write_fault(fd)); return real(fd, bytes, count, at); }
int ftruncate(int fd, off_t length) { REAL(ftruncate); FAIL(write_fault(fd)); return real(fd, length); }
int ftruncate64(int fd, off64_t length) { REAL(ftruncate64); FAIL(write_fault(fd)); return real(fd, length); }
int fallocate(int fd, int mode, off_t at, off_t length) { REAL(fallocate); FAIL(write_fault(fd)); return real(fd, mode, at, length); }
int posix_fallocate(int fd, off_t at, off_t length) { REAL(posix_fallocate); int why = write_fault(fd); return why ? why : real(fd, at, length); }
int fsync(int fd) { REAL(fsync); FAIL(sync_fault(fd)); return real(fd); }
int fdatasync(int fd) { REAL(fdatasync); FAIL(sync_fault(fd)); return real(fd); }
