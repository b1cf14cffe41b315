//! ARNs: their parts, and the resource types that they belong to. `cargo run -p catalog --example arns --features arn`.

use catalog::ses;

pub(crate) fn main() {
    let arn = "arn:aws:ses:eu-west-1:111122223333:identity/example.com";
    let identity = ses::ResourceType::Identity.any();
    assert!(identity.matches(arn));

    for format in identity.arn_formats() {
        println!("{identity} has the format {format}");
        for (variable, value) in format.parse(arn).into_iter().flatten() {
            println!("  {variable} is {value}");
        }
    }
    for resource_type in catalog::resource_types_of(arn) {
        println!("{arn} is of the type {resource_type}");
    }
}
