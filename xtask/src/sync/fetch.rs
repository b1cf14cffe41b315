//! Fetches a file of the reference: follows redirects, retries, and interprets status codes.

use super::address;
use super::transport::{Response, Transport, TransportError, Validators};
use std::time::Duration;

/// The maximum number of redirects for a file.
const REDIRECTS: usize = 5;

/// The rules for retries of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retries {
    /// The maximum number of retries.
    pub count: u32,
    /// The pause before the first retry. Each further pause is twice as long.
    pub first_pause: Duration,
    /// The longest pause that a server may request with `Retry-After`.
    pub longest_pause: Duration,
}

impl Default for Retries {
    /// Returns rules of three retries, after one, two and four seconds, or up to two minutes if the server requests it.
    fn default() -> Self {
        Self { count: 3, first_pause: Duration::from_secs(1), longest_pause: Duration::from_secs(120) }
    }
}

/// A client with its rules for retries.
#[derive(Clone, Copy)]
pub struct Fetcher<'a> {
    /// The client.
    pub transport: &'a dyn Transport,
    /// The rules for retries.
    pub retries: Retries,
    /// A function that waits before a retry.
    pub pause: &'a (dyn Fn(Duration) + Sync),
}

/// The response to a successful request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The file has not changed since the server sent the validators.
    NotModified,
    /// The file.
    File(Response),
}

/// The reason why a file could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The reason, for a message.
    pub reason: String,
    /// Whether the server reports that the file does not exist, or redirects to another file.
    pub is_gone: bool,
}

impl From<String> for Failure {
    fn from(reason: String) -> Self {
        Self { reason, is_gone: false }
    }
}

/// The result of a single request.
enum Attempt {
    Done(Answer),
    Redirect(String),
    /// A temporary error, and the pause that the server requests.
    Again(String, Option<Duration>),
}

impl Fetcher<'_> {
    /// Requests a file, with as many retries as the rules allow.
    ///
    /// # Errors
    ///
    /// Returns the reason why the last request failed.
    pub fn get(&self, url: &str, validators: Option<&Validators>) -> Result<Answer, Failure> {
        let mut pause = self.retries.first_pause;
        let mut repetitions = 0;
        let mut visited = vec![url.to_owned()];
        loop {
            let current = visited.last().map_or(url, String::as_str);
            match self.attempt(current, validators)? {
                Attempt::Done(answer) => return Ok(answer),
                Attempt::Redirect(target) => follow(&mut visited, target)?,
                Attempt::Again(reason, _) if repetitions == self.retries.count => {
                    let tries = repetitions.saturating_add(1);
                    return Err(format!("{reason}, after {tries} attempts").into());
                }
                Attempt::Again(reason, Some(asked)) if asked > self.retries.longest_pause => {
                    let message = format!("{reason}, and the server requests a pause of {} s", asked.as_secs());
                    return Err(message.into());
                }
                Attempt::Again(_, asked) => {
                    (self.pause)(asked.unwrap_or(pause).max(pause));
                    pause = pause.saturating_mul(2);
                    repetitions = repetitions.saturating_add(1);
                }
            }
        }
    }

    fn attempt(&self, url: &str, validators: Option<&Validators>) -> Result<Attempt, Failure> {
        let response = match self.transport.get(url, validators) {
            Ok(response) => response,
            Err(TransportError::Passing(reason)) => return Ok(Attempt::Again(reason, None)),
            Err(TransportError::Lasting(reason)) => return Err(reason.into()),
        };
        let status = response.status;
        match status {
            200 => Ok(Attempt::Done(Answer::File(response))),
            304 if validators.is_some() => Ok(Attempt::Done(Answer::NotModified)),
            301 | 302 | 303 | 307 | 308 => redirect(url, &response),
            408 | 429 | 500..=599 => {
                let asked = response.retry_after.and_then(|seconds| seconds.trim().parse().ok());
                Ok(Attempt::Again(format!("the server responded with status {status}"), asked.map(Duration::from_secs)))
            }
            _ => {
                let reason = format!("the server responded with status {status}");
                Err(Failure { reason, is_gone: matches!(status, 404 | 410) })
            }
        }
    }
}

/// Returns the target of a redirect. A redirect to another host or another file name is an error, because it leads to
/// another page.
fn redirect(url: &str, response: &Response) -> Result<Attempt, Failure> {
    let location = response.location.as_deref().unwrap_or_default();
    let Some(target) = address::redirect(url, location).filter(|_| !location.is_empty()) else {
        return Err(format!("the server redirects to `{location}`, which is not a URL").into());
    };
    if address::is_same_file(url, &target) {
        return Ok(Attempt::Redirect(target));
    }
    Err(Failure { reason: format!("the server redirects to another page: {target}"), is_gone: true })
}

fn follow(visited: &mut Vec<String>, target: String) -> Result<(), Failure> {
    if visited.contains(&target) {
        return Err(format!("the server redirects in a loop: {target}").into());
    }
    if visited.len() > REDIRECTS {
        return Err(format!("the server redirects more than {REDIRECTS} times, finally to {target}").into());
    }
    visited.push(target);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Answer, Fetcher, Retries};
    use crate::sync::transport::{Response, Transport, TransportError, Validators};
    use std::sync::Mutex;
    use std::time::Duration;

    const URL: &str = "http://host/list_x.md";

    /// Responses in order. The last one is repeated forever.
    struct Script(Mutex<Vec<Result<Response, TransportError>>>);

    impl Transport for Script {
        fn get(&self, _: &str, _: Option<&Validators>) -> Result<Response, TransportError> {
            let mut responses = self.0.lock().unwrap();
            if responses.len() > 1 { responses.remove(0) } else { responses[0].clone() }
        }
    }

    fn status(status: u16) -> Response {
        Response { status, ..Response::default() }
    }

    fn with(status: u16, location: Option<&str>, retry_after: Option<&str>) -> Response {
        let [location, retry_after] = [location, retry_after].map(|value| value.map(str::to_owned));
        Response { status, location, retry_after, ..Response::default() }
    }

    /// Returns the status or the reason for the failure, and the pauses in seconds.
    fn get(script: Vec<Result<Response, TransportError>>, validators: Option<&Validators>) -> (String, Vec<u64>) {
        let pauses = Mutex::new(Vec::new());
        let transport = Script(Mutex::new(script));
        let pause = |pause: Duration| pauses.lock().unwrap().push(pause.as_secs());
        let fetcher = Fetcher { transport: &transport, retries: Retries::default(), pause: &pause };
        let outcome = match fetcher.get(URL, validators) {
            Ok(Answer::NotModified) => "304".to_owned(),
            Ok(Answer::File(response)) => response.status.to_string(),
            Err(failure) => format!("{}{}", failure.reason, if failure.is_gone { " (gone)" } else { "" }),
        };
        (outcome, pauses.into_inner().unwrap())
    }

    #[test]
    fn passing_faults_are_tried_again_after_doubled_pauses() {
        let passing = || Err(TransportError::Passing("no connection".to_owned()));
        assert_eq!(get(vec![Ok(status(500)), passing(), Ok(status(200))], None), ("200".to_owned(), vec![1, 2]));
        let (outcome, pauses) = get(vec![passing()], None);
        assert_eq!((outcome.as_str(), pauses), ("no connection, after 4 attempts", vec![1, 2, 4]));
        let (outcome, _) = get(vec![Ok(status(503))], None);
        assert_eq!(outcome, "the server responded with status 503, after 4 attempts");
    }

    #[test]
    fn a_server_can_ask_for_a_longer_pause_within_a_bound() {
        assert_eq!(get(vec![Ok(with(429, None, Some("7"))), Ok(status(200))], None), ("200".to_owned(), vec![7]));
        assert_eq!(get(vec![Ok(with(503, None, Some("0"))), Ok(status(200))], None), ("200".to_owned(), vec![1]));
        let date = "Fri, 31 Dec 1999 23:59:59 GMT";
        assert_eq!(get(vec![Ok(with(429, None, Some(date))), Ok(status(200))], None), ("200".to_owned(), vec![1]));
        let (outcome, pauses) = get(vec![Ok(with(429, None, Some("3600")))], None);
        let expected = "the server responded with status 429, and the server requests a pause of 3600 s";
        assert_eq!((outcome.as_str(), pauses), (expected, vec![]));
    }

    #[test]
    fn lasting_faults_are_not_tried_again() {
        for (code, expected) in [(404, " (gone)"), (410, " (gone)"), (403, ""), (204, ""), (206, ""), (304, "")] {
            let expected = format!("the server responded with status {code}{expected}");
            assert_eq!(get(vec![Ok(status(code))], None), (expected, vec![]));
        }
        let error = Err(TransportError::Lasting("too large".to_owned()));
        assert_eq!(get(vec![error], None), ("too large".to_owned(), vec![]));
        assert_eq!(get(vec![Ok(status(304))], Some(&Validators::default())).0, "304");
    }

    #[test]
    fn redirects_are_followed_to_the_same_file_only() {
        let to = |location: &str| Ok(with(302, Some(location), None));
        assert_eq!(get(vec![to("/b/list_x.md"), Ok(status(200))], None).0, "200");
        for (location, expected) in [
            ("/index.html", "the server redirects to another page: http://host/index.html (gone)"),
            ("https://else/list_x.md", "the server redirects to another page: https://else/list_x.md (gone)"),
            (URL, "the server redirects in a loop: http://host/list_x.md"),
            ("", "the server redirects to ``, which is not a URL"),
        ] {
            assert_eq!(get(vec![to(location)], None).0, expected);
        }
        let hops: Vec<_> = (0..9).map(|hop| to(&format!("/{hop}/list_x.md"))).collect();
        assert_eq!(get(hops, None).0, "the server redirects more than 5 times, finally to http://host/5/list_x.md");
    }
}
