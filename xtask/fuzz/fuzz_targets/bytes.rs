//! Parses arbitrary bytes as a page.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| xtask_fuzz::check(&String::from_utf8_lossy(bytes)));
