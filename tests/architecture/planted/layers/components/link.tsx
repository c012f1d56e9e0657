// plant: none
import { useRouter } from 'next/navigation'
import Link from 'next/link'
import { rule } from '#lib/domain/rule'

export const parts = [useRouter, Link, rule]
