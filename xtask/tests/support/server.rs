//! A local HTTP server with responses that a test chooses.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// The directory of the pages in the URLs of the server.
pub const DIRECTORY: &str = "/service-authorization/latest/reference/";

/// The way in which a response states the end of its body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Framing {
    /// By `Content-Length`.
    #[default]
    Length,
    /// In chunks.
    Chunked,
    /// By closing the connection.
    Close,
}

/// A response.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// The status code. 0 closes the connection without a response.
    pub status: u16,
    /// The headers, except those that state the end of the body.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// The way in which the end of the body is stated.
    pub framing: Framing,
    /// The number of bytes of the body after which the connection is closed.
    pub cut: Option<usize>,
    /// Whether the body is not sent, so that the client waits.
    pub stalls: bool,
}

impl Reply {
    /// Returns a page in the form that AWS's server sends.
    pub fn page(body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        let tag =
            format!("\"{}-{}\"", body.len(), body.iter().fold(0u32, |sum, byte| sum.rotate_left(5) ^ u32::from(*byte)));
        let headers = vec![("Content-Type", "text/markdown".to_owned()), ("ETag", tag)];
        Self { status: 200, headers, body, ..Self::default() }
    }

    /// Returns a response with a status and without a body.
    pub fn status(status: u16) -> Self {
        Self { status, ..Self::default() }
    }

    /// Replaces or adds a header.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.to_owned()));
        self
    }
}

/// The responses to requests for one path. Each is sent once, and the last is repeated forever.
type Replies = Vec<Reply>;

#[derive(Default)]
struct Shared {
    files: Mutex<BTreeMap<String, Replies>>,
    requests: Mutex<Vec<String>>,
    is_over: AtomicBool,
}

/// A server that runs until it is dropped.
pub struct Server {
    shared: Arc<Shared>,
    port: u16,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts a server without files.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared::default());
        let thread = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                for stream in listener.incoming() {
                    if shared.is_over.load(Ordering::SeqCst) {
                        break;
                    }
                    let shared = Arc::clone(&shared);
                    thread::spawn(move || serve(&shared, &stream.unwrap()));
                }
            }
        });
        Self { shared, port, thread: Some(thread) }
    }

    /// Returns the address of the pages.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{DIRECTORY}", self.port)
    }

    /// Sets the responses to requests for a file. Each is sent once, and the last is repeated.
    pub fn set(&self, name: &str, replies: impl Into<Vec<Reply>>) {
        self.set_path(&format!("{DIRECTORY}{name}"), replies);
    }

    /// Sets the responses to requests for a path. Each is sent once, and the last is repeated.
    pub fn set_path(&self, path: &str, replies: impl Into<Vec<Reply>>) {
        self.shared.files.lock().unwrap().insert(path.to_owned(), replies.into());
    }

    /// Answers requests for a file with status 404.
    pub fn remove(&self, name: &str) {
        self.shared.files.lock().unwrap().remove(&format!("{DIRECTORY}{name}"));
    }

    /// Returns the requests since the last call, sorted: the name of the file, with `?` if the request was conditional.
    pub fn requests(&self) -> Vec<String> {
        let mut requests = std::mem::take(&mut *self.shared.requests.lock().unwrap());
        requests.sort();
        requests
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::SeqCst);
        // Connect once to wake the listener, which waits for a connection.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// Answers the requests of a connection until either side closes it.
fn serve(shared: &Shared, stream: &TcpStream) {
    let _ = stream.set_nodelay(true);
    let mut lines = BufReader::new(stream).lines();
    loop {
        let head: Vec<String> = lines.by_ref().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
        let Some(path) = head.first().and_then(|line| line.split(' ').nth(1)) else { return };
        let header = |name: &str| {
            let line = head.iter().find(|line| line.to_ascii_lowercase().starts_with(&format!("{name}:")));
            line.and_then(|line| Some(line.split_once(':')?.1.trim().to_owned()))
        };
        let condition = header("if-none-match");
        let request = path.strip_prefix(DIRECTORY).unwrap_or(path);
        shared.requests.lock().unwrap().push(format!("{request}{}", if condition.is_some() { "?" } else { "" }));
        let reply = match shared.files.lock().unwrap().get_mut(path) {
            Some(replies) if replies.len() > 1 => replies.remove(0),
            Some(replies) => replies.first().cloned().unwrap(),
            None => Reply::status(404),
        };
        let tag = reply.headers.iter().find(|(name, _)| *name == "ETag").map(|(_, tag)| tag);
        let is_known = reply.status == 200 && condition.is_some() && condition.as_ref() == tag;
        let reply = if is_known { Reply::status(304) } else { reply };
        if !answer(stream, &reply) {
            let _ = stream.shutdown(std::net::Shutdown::Both);
            return;
        }
    }
}

/// Sends a response. Returns true if the connection stays open.
fn answer(mut stream: &TcpStream, reply: &Reply) -> bool {
    let Reply { status, headers, body, framing, cut, stalls } = reply;
    if *status == 0 {
        return false;
    }
    let mut bytes = format!("HTTP/1.1 {status} Reason\r\n").into_bytes();
    for (name, value) in headers {
        bytes.extend(format!("{name}: {value}\r\n").bytes());
    }
    let has_body = *status != 304;
    match framing {
        Framing::Length if has_body => bytes.extend(format!("Content-Length: {}\r\n", body.len()).bytes()),
        Framing::Chunked => bytes.extend(b"Transfer-Encoding: chunked\r\n"),
        Framing::Length => {}
        Framing::Close => bytes.extend(b"Connection: close\r\n"),
    }
    bytes.extend(b"\r\n");
    if *stalls {
        // The client closes the connection after its timeout.
        let _ = stream.write_all(&bytes);
        let _ = std::io::copy(&mut stream, &mut std::io::sink());
        return false;
    }
    let sent = body.get(..cut.unwrap_or(body.len())).unwrap();
    match framing {
        Framing::Chunked => {
            for chunk in sent.chunks(4096) {
                bytes.extend(format!("{:x}\r\n", chunk.len()).bytes());
                bytes.extend(chunk);
                bytes.extend(b"\r\n");
            }
            if cut.is_none() {
                bytes.extend(b"0\r\n\r\n");
            }
        }
        Framing::Length | Framing::Close if has_body => bytes.extend(sent),
        Framing::Length | Framing::Close => {}
    }
    stream.write_all(&bytes).is_ok() && cut.is_none() && *framing != Framing::Close
}
