//! Checks whether a process with an ID is running.

use std::io;
use std::process::{Command, Stdio};

/// Returns true if a process with this ID is running, or `None` if the system does not answer.
///
/// The standard library has no function for this. On Linux, this function reads `/proc`. On Windows it runs `tasklist`,
/// and on other systems `ps`.
pub(super) fn is_running(process: u32) -> Option<bool> {
    if cfg!(target_os = "linux") {
        return match std::fs::read_to_string(format!("/proc/{process}/stat")) {
            // `Z` is a process that has ended, but whose parent has not waited for it. `X` is a process that the kernel
            // removes.
            Ok(stat) => Some(!stat.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with(['Z', 'X']))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Some(false),
            Err(_) => None,
        };
    }
    let process = process.to_string();
    let mut command = if cfg!(windows) { Command::new("tasklist") } else { Command::new("ps") };
    if cfg!(windows) {
        command.args(["/NH", "/FI", &format!("PID eq {process}")]);
    } else {
        command.args(["-o", "pid=", "-p", &process]);
    }
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).split_whitespace().any(|word| word == process))
}

#[cfg(test)]
mod tests {
    use super::is_running;
    use std::process::Command;

    #[test]
    fn this_process_runs_and_an_ended_one_does_not() {
        assert_eq!(is_running(std::process::id()), Some(true));
        let mut ended = Command::new(env!("CARGO")).arg("--version").spawn().unwrap();
        ended.wait().unwrap();
        assert_eq!(is_running(ended.id()), Some(false));
    }
}
