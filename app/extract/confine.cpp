// Limits of the system (setrlimit) against bombs and loops, and on Linux a filter of system calls (seccomp) against a
// parser that an attacker has taken over: it may read, compute and write to the socket that it was given, no more.
// Reading files stays allowed: the PDF library loads its tables of characters by name.
//
// The filter is a program for the kernel's classic BPF machine over struct seccomp_data; each rule is "if the number of
// the call is N, answer EPERM", so that a library that tries something harmless (a cache file) gets an error and not its
// death. Threads may be started, processes not. A call that opens a file is refused only where its flags ask for more than reading:
//
//     load nr;  nr == unlink -> EPERM;  ...;  nr == openat -> (load flags; flags & (write|create|truncate) -> EPERM);  allow

#include "extract/confine.h"

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __linux__
#include <array>
#include <cerrno>
#include <cstddef>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <vector>
#endif

namespace variorum::extract {

namespace {

// A sanitizer reserves terabytes of addresses, starts a program to name functions and writes reports.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif
#else
constexpr bool kIsSanitized = false;
#endif

bool limit(decltype(RLIMIT_AS) what, rlim_t soft, rlim_t hard)
{
    const rlimit value{soft, hard};
    return ::setrlimit(what, &value) == 0;
}

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#ifdef __x86_64__
constexpr uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#else
constexpr uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#endif

// What changes files, other processes or the machine, or speaks to others. Those that one architecture has alone are
// the older forms of the others.
constexpr auto kRefused = std::to_array<long>({
#ifdef __x86_64__
    SYS_creat,
    SYS_unlink,
    SYS_rename,
    SYS_mkdir,
    SYS_rmdir,
    SYS_link,
    SYS_symlink,
    SYS_chmod,
    SYS_chown,
    SYS_lchown,
    SYS_mknod,
    SYS_fork,
    SYS_vfork,
    SYS_utime,
    SYS_utimes,
    SYS_futimesat,
#endif
    SYS_unlinkat,
    SYS_renameat,
    SYS_renameat2,
    SYS_mkdirat,
    SYS_linkat,
    SYS_symlinkat,
    SYS_mknodat,
    SYS_truncate,
    SYS_ftruncate,
    SYS_fallocate,
    SYS_fchmod,
    SYS_fchmodat,
    SYS_fchown,
    SYS_fchownat,
    SYS_utimensat,
    SYS_setxattr,
    SYS_lsetxattr,
    SYS_fsetxattr,
    SYS_removexattr,
    SYS_lremovexattr,
    SYS_fremovexattr,
    SYS_mount,
    SYS_umount2,
    SYS_chroot,
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_accept,
    SYS_accept4,
    SYS_execve,
    SYS_execveat,
    SYS_kill,
    SYS_tkill,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_pidfd_open,
    SYS_pidfd_send_signal,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_keyctl,
    SYS_add_key,
    SYS_request_key,
    SYS_userfaultfd,
    SYS_io_uring_setup,
    SYS_setns,
    SYS_unshare,
    SYS_openat2,
    SYS_memfd_create,
    SYS_shmget,
    SYS_msgget,
    SYS_semget,
    SYS_inotify_init1,
});

class Filter {
public:
    Filter()
    {
        // Another architecture's numbers mean other calls.
        load(offsetof(seccomp_data, arch));
        m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0));
        answer(SECCOMP_RET_KILL_PROCESS);
        load(offsetof(seccomp_data, nr));
#ifdef __x86_64__
        m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000U, 0, 1)); // the x32 numbers
        answer(SECCOMP_RET_KILL_PROCESS);
#endif
        for (const long call : kRefused) {
            m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<uint32_t>(call), 0, 1));
            answer(SECCOMP_RET_ERRNO | EPERM);
        }
#ifdef __x86_64__
        readOnly(SYS_open, offsetof(seccomp_data, args[1]));
#endif
        readOnly(SYS_openat, offsetof(seccomp_data, args[2]));
        threadsOnly();
        answer(SECCOMP_RET_ALLOW);
    }

    [[nodiscard]] bool install()
    {
        const sock_fprog program{static_cast<unsigned short>(m_program.size()), m_program.data()};
        return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
    }

private:
    void load(size_t offset) { m_program.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<uint32_t>(offset))); }
    void answer(uint32_t value) { m_program.push_back(BPF_STMT(BPF_RET | BPF_K, value)); }
    void readOnly(long call, size_t flags)
    {
        constexpr uint32_t kMore = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
        m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<uint32_t>(call), 0, 4));
        load(flags);
        m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, kMore, 0, 1));
        answer(SECCOMP_RET_ERRNO | EPERM);
        answer(SECCOMP_RET_ALLOW);
    }

    /// A library may start a thread, no process. The flags of clone3 lie in memory, where a filter does not look: the call
    /// "is not there", and the C library falls back to clone.
    void threadsOnly()
    {
        m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1));
        answer(SECCOMP_RET_ERRNO | ENOSYS);
        m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4));
        load(offsetof(seccomp_data, args[0]));
        m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0));
        answer(SECCOMP_RET_ERRNO | EPERM);
        answer(SECCOMP_RET_ALLOW);
    }

    std::vector<sock_filter> m_program;
};

/// A kernel without such filters is no reason not to read.
bool filterCalls()
{
    return Filter().install() || errno == EINVAL || errno == ENOSYS;
}

#else

bool filterCalls()
{
    return true;
}

#endif

} // namespace

bool confine(const Limits &limits)
{
#ifdef __linux__
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nobody would read the answer
#endif
    constexpr rlim_t kMostFiles = 32;
    bool isConfined = limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_NOFILE, kMostFiles, kMostFiles)
        && limit(RLIMIT_CPU, limits.processorSeconds, limits.processorSeconds + 1);
    if (!kIsSanitized)
        isConfined = isConfined && limit(RLIMIT_AS, limits.memoryBytes, limits.memoryBytes) && filterCalls();
    constexpr int kBehindTheWindow = 5;
    (void)::nice(kBehindTheWindow);
    return isConfined;
}

} // namespace variorum::extract
