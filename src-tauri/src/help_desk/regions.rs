//! The AWS Regions where user pools can be.

/// Every Region that the service's endpoints file lists, by name.
pub const REGIONS: &[&str] = &[
    "af-south-1",
    "ap-east-1",
    "ap-east-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-south-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-central-1",
    "ca-west-1",
    "eu-central-1",
    "eu-central-2",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "eusc-de-east-1",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "mx-central-1",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-gov-east-1",
    "us-gov-west-1",
    "us-west-1",
    "us-west-2",
];

/// The Regions that one identity can reach: those of the partition that its ARN names
/// (`arn:aws:…`, `arn:aws-us-gov:…`, `arn:aws-eusc:…`).
pub fn reachable(caller_arn: &str) -> impl Iterator<Item = &'static str> {
    let partition = caller_arn.split(':').nth(1).unwrap_or_default().to_owned();
    REGIONS
        .iter()
        .copied()
        .filter(move |region| match partition.as_str() {
            "aws-us-gov" => region.starts_with("us-gov-"),
            "aws-eusc" => region.starts_with("eusc-"),
            "aws" => !region.starts_with("us-gov-") && !region.starts_with("eusc-"),
            _ => true,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_reaches_its_own_partition() {
        let of = |arn: &str| reachable(arn).collect::<Vec<_>>();
        assert_eq!(
            of("arn:aws-us-gov:iam::111122223333:user/jane"),
            ["us-gov-east-1", "us-gov-west-1"]
        );
        assert_eq!(of("arn:aws-eusc:iam::111122223333:user/jane"), ["eusc-de-east-1"]);
        let usual = of("arn:aws:iam::111122223333:user/jane");
        assert_eq!(usual.len(), REGIONS.len() - 3);
        assert!(usual.contains(&"eu-central-1"));
    }
}
