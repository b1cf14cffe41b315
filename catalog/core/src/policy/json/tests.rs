//! The reader against another one, wrong texts, hostile texts.
