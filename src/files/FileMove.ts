/** What stands ready and where it shall stand, absolute. Without `from`, what stands at `to` is taken away. */
export interface FileMove {
  readonly from?: string;
  readonly to: string;
}
