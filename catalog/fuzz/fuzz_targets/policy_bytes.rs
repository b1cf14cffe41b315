//! Checks arbitrary bytes as a policy.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| catalog_fuzz::check(bytes));
