use catalog::condition_key;

fn main() {
    condition_key!("kms:RecipientAttestation:PCR");
    condition_key!("imagebuilder:CreatedResourceTag/<key>");
    condition_key!("evidently:Frobnicate");
    condition_key!("aws:TagKeys", service = "glacier");
    condition_key!("aws:TagKeys", service = "evidently");
}
